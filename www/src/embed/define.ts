/** Makes `<tender-check>` known to the page. */

import { TenderCheckElement } from "./element";

if (!customElements.get("tender-check")) customElements.define("tender-check", TenderCheckElement);

export { TenderCheckElement };
