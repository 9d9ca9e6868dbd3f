package se.lotsen.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript: it keeps cookies, follows no redirect by itself, and sends forms with their token. */
public final class StaffBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI service;

    /** With no cookies, at the service on this port of this machine. */
    public StaffBrowser(int port) {
        service = URI.create("http://localhost:" + port);
    }

    /** What the browser would send now. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** Opens a page, or an address of another site. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).GET());
    }

    /** Opens the page, fills in its form and sends it to the same address: names and values by turns. */
    public HttpResponse<String> submit(String path, String... fields) {
        return submitFrom(path, path, fields);
    }

    /** Sends a form of one page to another address. */
    public HttpResponse<String> submitFrom(String page, String path, String... fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "_csrf";
        all[1] = token.find() ? token.group(1) : "";
        return post(path, all);
    }

    /** Sends fields as they are, without a token. */
    public HttpResponse<String> post(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends a file in the form's field {@code fil}. */
    public HttpResponse<String> upload(String path, String name, String text) {
        String body = "--grans\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n--grans--\r\n";
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=grans")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Signs in with a name and a password. */
    public HttpResponse<String> signIn(String userName, String password) {
        return submit("/staff/sign-in", "userName", userName, "password", password);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        request.header("Accept", "text/html,application/json;q=0.9").timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.split("=", 2)[0];
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.split("=", 2)[1]);
        }
    }
}
