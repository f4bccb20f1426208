import "./interrupt.js";
import "/dist/worker/office.js";
