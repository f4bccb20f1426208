import messages from "../messages/en.sites.ftl?raw";
import { addWords } from "./words";

/** The words of the pages for other sites, beside those of the checker itself. */
addWords(messages);
