import { answerer } from "../answer/text.js";
import { serve } from "./serve.js";

serve(answerer());
