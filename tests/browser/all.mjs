// Every test, in one browser, one after the other; the one that takes times comes last.
import { after } from "node:test";
import { finish } from "./browser.mjs";
import "./page.mjs";
import "./filter.mjs";
import "./text.mjs";
import "./hostile.mjs";
import "./access.mjs";
import "./large.mjs";

after(finish);
