import { answerer } from "../answer/office.js";
import { serve } from "./serve.js";

serve(answerer());
