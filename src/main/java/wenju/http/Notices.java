package wenju.http;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;
import wenju.store.NoticeFilter;
import wenju.store.NoticePage;
import wenju.store.NoticeStore;
import wenju.store.StoredNotice;

/** Reading notices; what the pages and the API need of the store. */
public interface Notices {

    /**
     * Fails with {@link UnavailableException}.
     *
     * @throws wenju.store.InvalidCursorException when {@code filter.after()} is not a cursor
     */
    Future<NoticePage> list(NoticeFilter filter);

    /** Empty when no notice has the id; fails with {@link UnavailableException}. */
    Future<Optional<StoredNotice>> find(String id);

    /** The store does not answer at all; the cause says how we noticed. */
    final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnavailableException(Throwable cause) {
            super("the store does not answer", cause);
        }
    }

    /**
     * The notices of a store. When a read fails the store is asked whether it is well, so that “the database is away” can be
     * told from a fault of ours without knowing the driver's exceptions.
     */
    static Notices of(NoticeStore store) {
        return new Notices() {
            @Override
            public Future<NoticePage> list(NoticeFilter filter) {
                return diagnosed(store.list(filter), store::ping);
            }

            @Override
            public Future<Optional<StoredNotice>> find(String id) {
                return diagnosed(store.find(id), store::ping);
            }
        };
    }

    /** Tells a store that is away by asking whether it is well. */
    static <T> Future<T> diagnosed(Future<T> read, Supplier<Future<Void>> ping) {
        return read.recover(failure -> ping.get()
                .transform(
                        well -> Future.failedFuture(well.succeeded() ? failure : new UnavailableException(failure))));
    }
}
