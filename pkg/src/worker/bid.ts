import { answerer } from "../answer/bid.js";
import { serve } from "./serve.js";

serve(answerer());
