package wenju.http;

import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wenju.answer.Answerer;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.search.IndexedNotice;
import wenju.search.LuceneIndex;
import wenju.store.Actor;
import wenju.store.Changes;
import wenju.store.Database;
import wenju.store.NoticeStore;

/** A service with a desk that answers from an index over the notices of a real database; imports are followed when told. */
final class AnsweringDesk implements AutoCloseable {
    final RunningService service;
    final Desk desk;
    private final NoticeStore store;
    private final LuceneIndex index;

    AnsweringDesk(Vertx vertx, Database database, Path directory) {
        store = new NoticeStore(database, "test");
        index = LuceneIndex.open(directory);
        desk = SignedIn.desk(database);
        save(SampleNotices.LIFTS.notice());
        var answerer = new Answerer(index, Collaborators.CHINA, desk.knowledge()::approved);
        service = RunningService.start(
                vertx,
                new Collaborators(
                        answerer::answer,
                        Notices.of(store),
                        new AnswersInMemory(),
                        () -> RunningService.READY,
                        List::of,
                        typed -> List.of(),
                        Collaborators.CHINA,
                        new Integrations(
                                new Integrators().integrations().keys(),
                                new Integrators().integrations().imports(),
                                index::search,
                                new Integrators().integrations().meters()),
                        desk,
                        answerer::find));
    }

    /** The lift rules with other words in article 12, imported anew. */
    void changeArticle12(String from, String to) {
        Notice lifts = SampleNotices.LIFTS.notice();
        var passages = new ArrayList<Passage>();
        for (Passage passage : lifts.passages()) {
            passages.add(new Passage(
                    passage.id(),
                    passage.position(),
                    passage.form(),
                    passage.locator(),
                    passage.headings(),
                    passage.leadIn(),
                    passage.text().replace(from, to),
                    passage.lines()));
        }
        save(new Notice(
                lifts.id(),
                lifts.number(),
                lifts.title(),
                lifts.issuer(),
                lifts.jurisdiction(),
                lifts.kind(),
                lifts.issuedOn(),
                lifts.effectiveOn(),
                lifts.expiresOn(),
                lifts.gazette(),
                lifts.lines(),
                lifts.relations(),
                passages));
    }

    /** Imports, and lets index and desk follow. */
    private void save(Notice notice) {
        await(store.save(
                notice.gazette(), String.valueOf(notice.passages().hashCode()), List.of(notice), Actor.PROGRAM));
        Changes changes = await(store.changesAfter(index.revision()));
        index.apply(
                changes.notices().stream()
                        .map(stored -> new IndexedNotice(stored.notice(), stored.standing()))
                        .toList(),
                changes.removedIds(),
                changes.revision());
        await(desk.knowledge().look());
    }

    @Override
    public void close() {
        index.close();
    }
}
