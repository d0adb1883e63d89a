import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

void main() throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:8080/api/v1/ask"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("""
                    {"question": "电梯维保单位义务是什么", "limit": 1}"""))
            .build();
    try (var client = HttpClient.newHttpClient()) {
        IO.println(client.send(request, BodyHandlers.ofString()).body());
    }
}
