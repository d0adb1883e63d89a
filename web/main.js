// The pages work without this file; it lets a conversation go on without leaving the page.
import "./elements/wenju-ask.js";
import "./elements/wenju-conversation.js";
