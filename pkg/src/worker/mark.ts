import { answerer } from "../answer/mark.js";
import { serve } from "./serve.js";

serve(answerer());
