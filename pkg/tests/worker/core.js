import "./interrupt.js";
import "/dist/worker/core.js";
