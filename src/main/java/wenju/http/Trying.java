package wenju.http;

import java.util.Optional;
import wenju.answer.Question;
import wenju.answer.Trial;

/** What an entry of the thesaurus would change; {@link wenju.answer.Answerer#trial} tells. Blocks for some seconds. */
@FunctionalInterface
public interface Trying {
    /**
     * @param line as {@link wenju.answer.Answerer#checkEntry} lets through
     * @param meant the question that it is to serve
     */
    Trial trial(String line, Optional<Question> meant);
}
