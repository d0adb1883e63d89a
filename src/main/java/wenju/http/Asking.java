package wenju.http;

import wenju.answer.Answer;
import wenju.answer.Question;

/** From question to answer; {@link wenju.answer.Answerer#answer} is one. Blocks, and is called by several threads. */
@FunctionalInterface
public interface Asking {
    Answer answer(Question question);
}
