import { answerer } from "../answer/core.js";
import { serve } from "./serve.js";

serve(answerer());
