package wenju.http;

import java.util.List;
import wenju.answer.Findings;
import wenju.answer.Question;

/** Finds clauses for somebody who judges for themselves; {@link wenju.answer.Answerer#find} is one. Blocks. */
@FunctionalInterface
public interface Looking {
    /** @param phrases each stands word for word in what is found */
    Findings find(Question question, List<String> phrases);
}
