import messages from "../../../messages/en.bid.ftl?raw";
import { addWords } from "../../words";

/** The words of the bidder's desk. */
addWords(messages);
