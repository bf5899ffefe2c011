using System.Net.Http.Headers;
using System.Text;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>A client for uploads by tus 1.0.</summary>
internal sealed class TusClient(Uri page, string? token = null, HttpClient? client = null)
{
    private static readonly HttpClient Usual = new();

    private HttpClient Client => client ?? Usual;

    public async Task<HttpResponseMessage> Create(
        string name, long length, string? type = null, string? sha256 = null, string? to = null)
    {
        var metadata = new[] { ("filename", name), ("filetype", type), ("sha256", sha256), ("to", to) }
            .Where(pair => pair.Item2 is not null).Select(
                pair => $"{pair.Item1} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Item2!))}");
        return await Send(
            HttpMethod.Post,
            new Uri(page, "/files"),
            ("Upload-Length", $"{length}"),
            ("Upload-Metadata", string.Join(',', metadata)));
    }

    public async Task<HttpResponseMessage> Append(Uri upload, long offset, HttpContent piece)
    {
        piece.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        using var request = Request(HttpMethod.Patch, upload, ("Upload-Offset", $"{offset}"));
        request.Content = piece;
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> Append(Uri upload, long offset, byte[] piece) =>
        Append(upload, offset, new ByteArrayContent(piece));

    public async Task<long> OffsetOf(Uri upload)
    {
        using var answer = await Send(HttpMethod.Head, upload);
        return long.Parse(Assert.Single(answer.EnsureSuccessStatusCode().Headers.GetValues("Upload-Offset")));
    }

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, Uri uri, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, uri, headers);
        return await Client.SendAsync(request);
    }

    public Uri LocationOf(HttpResponseMessage created) => new(page, created.Headers.Location!);

    private HttpRequestMessage Request(HttpMethod method, Uri uri, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, uri) { Headers = { { "Tus-Resumable", "1.0.0" } } };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return request;
    }
}
