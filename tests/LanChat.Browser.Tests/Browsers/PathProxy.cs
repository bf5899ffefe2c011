using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// A reverse proxy that serves a page below a path, <c>/chat/</c>, without telling the server
/// behind it.
/// </summary>
internal sealed class PathProxy : IAsyncDisposable
{
    private const string Below = "/chat/";

    private static readonly string[] NotPassedOn = ["Host", "Origin", "Connection", "Transfer-Encoding", "Keep-Alive"];

    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Uri _server;

    private PathProxy(WebApplication app, Uri server) => (_app, _server) = (app, server);

    public Uri Page => new(new Uri(_app.Urls.Single()), Below);

    public static async Task<PathProxy> Start(Uri server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var proxy = new PathProxy(builder.Build(), server);
        proxy._app.UseWebSockets();
        proxy._app.Map(Below + "{**rest}", (HttpContext http, string? rest) => proxy.PassOn(http, rest ?? ""));
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private Task PassOn(HttpContext http, string rest) =>
        http.WebSockets.IsWebSocketRequest ? PassOnSocket(http, rest) : PassOnRequest(http, rest);

    private async Task PassOnRequest(HttpContext http, string rest)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(http.Request.Method), new Uri(_server, rest + http.Request.QueryString));
        if (http.Request.ContentLength is not null) request.Content = new StreamContent(http.Request.Body);
        foreach (var (name, values) in http.Request.Headers.Where(
            header => !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
        }

        using var answer = await _http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(
            header => !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            http.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private async Task PassOnSocket(HttpContext http, string rest)
    {
        using var inner = new ClientWebSocket();
        await inner.ConnectAsync(new UriBuilder(new Uri(_server, rest)) { Scheme = "ws" }.Uri, http.RequestAborted);
        using var outer = await http.WebSockets.AcceptWebSocketAsync();
        await Task.WhenAny(Pump(outer, inner), Pump(inner, outer));
    }

    private static async Task Pump(WebSocket from, WebSocket to)
    {
        var part = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(
                part.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } received)
                await to.SendAsync(
                    part.AsMemory(0, received.Count),
                    received.MessageType,
                    received.EndOfMessage,
                    CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // One side has closed; that closes the other.
        }
    }
}
