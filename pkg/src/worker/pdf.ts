import { answerer } from "../answer/pdf.js";
import { serve } from "./serve.js";

serve(answerer());
