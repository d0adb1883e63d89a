package wenju;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wenju.store.DatabaseUri;

/**
 * An address that stays while the server behind it goes and comes back on another port: passes bytes on, and with nobody
 * behind it closes whatever comes.
 */
final class Relay implements AutoCloseable {
    private static final int NOBODY = 0;

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int port;

    Relay(int port) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    /** The same database, by way of the relay. */
    DatabaseUri through(DatabaseUri uri) {
        return new DatabaseUri(
                "localhost", door.getLocalPort(), uri.database(), uri.user(), uri.password(), "disable", null);
    }

    /** As it stands in the configuration. */
    String text(DatabaseUri uri) {
        return "postgresql://" + uri.user() + ":" + uri.password() + "@localhost:" + door.getLocalPort() + "/"
                + uri.database() + "?sslmode=disable";
    }

    /** Nobody is behind it any more; what is open is cut. */
    void cut() {
        port = NOBODY;
        open.forEach(Relay::closeQuietly);
    }

    void leadTo(int newPort) {
        port = newPort;
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        int behind = port;
        try (client) {
            if (behind != NOBODY) {
                try (var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                    open.add(server);
                    Thread back = Thread.ofVirtual().start(() -> pass(server, client));
                    pass(client, server);
                    back.join();
                    open.remove(server);
                }
            }
        } catch (IOException | InterruptedException e) {
            // A cut connection is what this is for.
        } finally {
            open.remove(client);
        }
    }

    /** Until either end is closed; then both are. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The same.
        }
        closeQuietly(from);
        closeQuietly(to);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
