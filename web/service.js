// The service as the elements know it. See openapi.yaml.

/** As many earlier questions as the contract takes. */
const MAX_HISTORY = 10;

/** Seconds to wait when the service does not say. */
const PATIENCE = 5;

/** What the types of the contract's problems are for somebody who asks; the rest have simply failed. */
const KINDS = {
  "/problems/too-many-requests": "tooMany",
  "/problems/busy": "unavailable",
  "/problems/not-ready": "notReady",
  "/problems/too-slow": "tooSlow",
  "/problems/invalid-request": "invalid",
};

/** What a status is when it did not come from the service but from something before it. */
const KINDS_BY_STATUS = { 429: "tooMany", 502: "unavailable", 503: "unavailable", 504: "unavailable" };

/** Why there is no answer: kind is offline, off, failed or one of those above. The service speaks Chinese; each kind has our own words. */
export class Trouble extends Error {
  constructor(kind, seconds = null, words = null) {
    super(kind);
    this.kind = kind;
    /** To wait; null when waiting does not help. */
    this.seconds = seconds;
    /** What those who run the service say, where it is theirs to say; null when the kind says it all. */
    this.words = words;
  }
}

export class Service {
  /**
   * @param {string} base where the service is, without the last slash; "" for the page's own
   * @param {string} channel page or widget
   */
  constructor(base, channel = "page") {
    this.base = base;
    this.channel = channel;
  }

  /**
   * @param {string} conversation random, of the topic
   * @param {boolean} verbatim whether typing errors are left as they are
   * @returns {Promise<object>} an Answer of the contract; fails with a Trouble
   */
  async ask(question, history, conversation, verbatim = false) {
    const asked = { question, history: history.slice(-MAX_HISTORY), conversation, verbatim };
    const response = await this.#fetch("/api/v1/ask", asked);
    if (response.ok) {
      return response.json();
    }
    const { type, detail } = await response.json().catch(() => ({}));
    if (type === "/problems/answering-off") {
      throw new Trouble("off", null, detail);
    }
    const kind = KINDS[type] ?? KINDS_BY_STATUS[response.status] ?? "failed";
    const mayPass = kind !== "failed" && kind !== "invalid";
    throw new Trouble(kind, mayPass ? Number(response.headers.get("Retry-After")) || PATIENCE : null);
  }

  /** Whole questions for what is being typed; none when the service has none or is away. */
  async complete(typed) {
    try {
      const response = await fetch(`${this.base}/api/v1/suggest?q=${encodeURIComponent(typed)}`);
      return response.ok ? (await response.json()).suggestions : [];
    } catch {
      return [];
    }
  }

  /**
   * @param {string} id of the answer
   * @param {{about?: string, useful: boolean, reason?: string}} thought about – id of the passage that is meant; the whole answer
   *   when it is not there
   * @returns {Promise<boolean>} whether it was noted
   */
  async feedback(id, { about, useful, reason }) {
    try {
      const body = { helpful: useful, reason, passageId: about };
      return (await this.#fetch(`/api/v1/answers/${encodeURIComponent(id)}/feedback`, body)).ok;
    } catch {
      return false;
    }
  }

  #fetch = async (path, body) => {
    try {
      return await fetch(this.base + path, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Wenju-Channel": this.channel },
        body: JSON.stringify(body),
      });
    } catch {
      throw new Trouble("offline");
    }
  };
}
