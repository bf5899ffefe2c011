using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace LanChat.Client.Tests.Transfers;

/// <summary>
/// A fake HTTP server: it answers each request with the next prepared answer, and records the
/// requests.
/// </summary>
internal sealed class FakeRoomWeb : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpResponseMessage>> _answers = new();

    /// <summary>The requests: method, path, offset and body.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public string? Metadata { get; private set; }

    public void Answer(int status, long? offset = null, string? location = null, string sentence = "") =>
        _answers.Enqueue(() =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(sentence) };
        if (offset is not null) answer.Headers.Add("Upload-Offset", $"{offset}");
        if (location is not null) answer.Headers.Location = new Uri(location, UriKind.Relative);
        return answer;
    });

    public void Fail() => _answers.Enqueue(() => throw new HttpRequestException("the cable is pulled"));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var offset = request.Headers.TryGetValues("Upload-Offset", out var said) ? said.First() : "";
        string[] parts = [
            $"{request.Method}",
            request.RequestUri!.AbsolutePath,
            offset,
            body,
            request.Headers.Authorization?.Parameter ?? "",
        ];
        Requests.Enqueue(string.Join(' ', parts.Where(part => part.Length > 0)));
        if (request.Headers.TryGetValues("Upload-Metadata", out var metadata)) Metadata = Read(metadata.First());
        // The server does the same (tus 1.0, "Tus-Resumable").
        if (!request.Headers.TryGetValues("Tus-Resumable", out var version) || version.Single() != "1.0.0")
            return new HttpResponseMessage(HttpStatusCode.PreconditionFailed);
        if (_answers.TryDequeue(out var answer)) return answer();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    }

    private static string Read(string metadata) => string.Join(", ", metadata.Split(',').Select(pair => pair.Split(' '))
        .Select(pair => $"{pair[0]}={Encoding.UTF8.GetString(Convert.FromBase64String(pair[1]))}"));
}
