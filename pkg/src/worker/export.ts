import { answerer } from "../answer/export.js";
import { serve } from "./serve.js";

serve(answerer());
