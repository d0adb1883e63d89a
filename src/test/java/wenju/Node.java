package wenju;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program serving in a process of its own, on a port of the system's choice. */
final class Node implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("已就绪.*http://localhost:(?<port>\\d+)");

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts and waits until it is ready. @param settings more environment variables */
    static Node start(Path data, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Wenju.class.getName(),
                "serve");
        builder.environment().keySet().removeIf(name -> name.startsWith("WENJU_"));
        builder.environment().put("WENJU_DATA_DIRECTORY", data.toString());
        builder.environment().put("WENJU_HTTP_PORT", "0");
        builder.environment().put("WENJU_LIMITS_ANONYMOUS_PER_MINUTE", "0");
        builder.environment().putAll(settings);
        Process process = builder.redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        var printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(more -> {}));
                return new Node(process, Integer.parseInt(ready.group("port")));
            }
        }
        throw new IllegalStateException("the program ended:\n" + printed);
    }

    /** Tells it to stop, as an operator would, and does not wait; what it prints is still read. */
    void tellToStop() {
        process.toHandle().destroy();
    }

    /** Waits until it has ended. @return its exit code */
    int ended(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    /** What it has used of the processor since it began, of all cores together. */
    Duration processor() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    URI base() {
        return URI.create("http://localhost:" + port);
    }

    HttpResponse<String> ask(String question) throws IOException, InterruptedException {
        return post("/api/v1/ask", "{\"question\": \"" + question + "\", \"limit\": 3}");
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(1));
    }

    /** Stops it as an operator would. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
