package wenju.http;

import org.jspecify.annotations.Nullable;
import wenju.store.AccountStore;
import wenju.store.AnswerFigures;
import wenju.store.AuditLog;
import wenju.store.ChannelStore;
import wenju.store.ChannelWatch;
import wenju.store.KeptClauses;
import wenju.store.KeyStore;
import wenju.store.KnowledgeWatch;
import wenju.store.NoticeRegister;
import wenju.store.NoticeStore;
import wenju.store.QuestionQueue;
import wenju.store.SessionStore;
import wenju.store.StandardAnswerStore;
import wenju.store.ThesaurusStore;

/**
 * What the desk needs of the other rooms. Everything may be called from several threads, and fails when the database is away,
 * which {@link Failures} tells as 503.
 *
 * @param accounts who works here
 * @param sessions who is signed in
 * @param keys of integrators
 * @param audit who changed what
 * @param channels which of them answer
 * @param watch the same, as this node knows it
 * @param standards standard answers, as editors work on them
 * @param knowledge what this node knows of them
 * @param thesaurus what staff add to it
 * @param queue questions without a good answer
 * @param notices as the desk sees them: with what was corrected, withdrawn ones too
 * @param figures what was asked and how it went
 * @param register the notices, as editors go through them
 * @param telling which words of a text tell most
 * @param trying what an entry of the thesaurus would change
 * @param kept clauses that people here used lately or pinned
 * @param origin where staff reach the service, {@code https://wenju.example.gov.cn}; null = at the host that a request names
 * @param openId where staff may sign in besides; null = by password only
 * @param copyTemplate how the search's clauses are copied, see {@link CopyTemplate}
 */
public record Desk(
        AccountStore accounts,
        SessionStore sessions,
        KeyStore keys,
        AuditLog audit,
        ChannelStore channels,
        ChannelWatch watch,
        StandardAnswerStore standards,
        KnowledgeWatch knowledge,
        ThesaurusStore thesaurus,
        QuestionQueue queue,
        NoticeStore notices,
        AnswerFigures figures,
        NoticeRegister register,
        Telling telling,
        Trying trying,
        KeptClauses kept,
        @Nullable String origin,
        @Nullable OpenIdSettings openId,
        CopyTemplate copyTemplate) {
    public Desk {
        if (openId != null && origin == null) {
            throw new IllegalArgumentException("whoever comes back from the identity provider must know where to");
        }
        if (origin != null && !Embedding.isOrigin(origin)) {
            throw new IllegalArgumentException("origin " + origin);
        }
    }

    /** Whether an address belongs to the desk's pages. */
    static boolean isAt(String path) {
        return path.equals("/desk") || path.startsWith("/desk/");
    }
}
