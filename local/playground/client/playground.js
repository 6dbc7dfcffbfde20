import "./theme.js";
import "./acting.js";
import "./airtable.js";
import "./behind.js";
import "./composer.js";
import "./forms.js";
import "./narrow.js";
import "./panes.js";
import "./story.js";
import { goLive } from "./live.js";
import { openModals } from "./modals.js";
import { stayAtTheEnd } from "./scrolling.js";

stayAtTheEnd();
openModals();
goLive();
document.body.dataset.ready = "";
