import "./interrupt.js";
import "/dist/worker/pdf.js";
