// The service as the elements know it. See openapi.yaml.

/** As many earlier questions as the contract takes. */
const MAX_HISTORY = 10;

/** Seconds to wait when the service does not say. */
const PATIENCE = 5;

/** Why there is no answer: kind is offline, tooMany, unavailable or failed; seconds to wait for two of them. */
export class Trouble extends Error {
  constructor(kind, { seconds = null, words = null } = {}) {
    super(kind);
    this.kind = kind;
    this.seconds = seconds;
    /** What the service said for people; null when the kind says it all. */
    this.words = words;
  }
}

export class Service {
  /** @param {string} base where the service is, without the last slash; "" for the page's own */
  constructor(base) {
    this.base = base;
  }

  /** @returns {Promise<object>} an Answer of the contract; fails with a Trouble */
  async ask(question, history) {
    const response = await this.#fetch("/api/v1/ask", { question, history: history.slice(-MAX_HISTORY) });
    if (response.ok) {
      return response.json();
    }
    const seconds = Number(response.headers.get("Retry-After")) || PATIENCE;
    if (response.status === 429) {
      throw new Trouble("tooMany", { seconds });
    }
    if (response.status === 503) {
      throw new Trouble("unavailable", { seconds });
    }
    const problem = await response.json().catch(() => ({}));
    throw new Trouble("failed", { words: problem.errors?.map((error) => error.detail).join("；") ?? null });
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
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
    } catch {
      throw new Trouble("offline");
    }
  };
}
