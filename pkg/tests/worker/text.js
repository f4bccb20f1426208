import "./interrupt.js";
import "/dist/worker/text.js";
