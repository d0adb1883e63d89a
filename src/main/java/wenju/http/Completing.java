package wenju.http;

import java.util.List;

/**
 * From the beginning of a question to whole ones; {@link wenju.answer.Answerer#complete} is one. Blocks, and is called by
 * several threads.
 */
@FunctionalInterface
public interface Completing {
    /** Questions that what was typed may be meant to be, best first; empty when none comes to mind. */
    List<String> complete(String typed);
}
