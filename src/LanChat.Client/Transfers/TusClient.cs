using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace LanChat.Client.Transfers;

/// <summary>
/// Client of the tus 1.0 protocol (PROTOCOL.md). Throws if the server cannot be reached.
/// </summary>
internal sealed class TusClient(HttpClient http)
{
    private const string Version = "1.0.0";
    private const string OffsetHeader = "Upload-Offset";
    private static readonly MediaTypeHeaderValue PieceType = new("application/offset+octet-stream");

    public Task<TusResponse> CreateAsync(UploadEndpoint endpoint, LocalFile file, string? to, CancellationToken cancel)
    {
        (string Key, string? Value)[] metadata =
            [("filename", file.Name), ("filetype", file.Type), ("sha256", file.Sha256), ("to", to)];
        var known = metadata
            .Where(pair => pair.Value is not null)
            .Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value!))}");
        var request = Request(HttpMethod.Post, endpoint, "/files");
        request.Headers.Add("Upload-Length", Number(file.Size));
        request.Headers.Add("Upload-Metadata", string.Join(',', known));
        return SendAsync(request, cancel);
    }

    public Task<TusResponse> FindAsync(UploadEndpoint endpoint, string upload, CancellationToken cancel) =>
        SendAsync(Request(HttpMethod.Head, endpoint, upload), cancel);

    public Task<TusResponse> AppendAsync(
        UploadEndpoint endpoint,
        string upload,
        long offset,
        HttpContent piece,
        CancellationToken cancel)
    {
        var request = Request(HttpMethod.Patch, endpoint, upload);
        request.Headers.Add(OffsetHeader, Number(offset));
        request.Headers.ExpectContinue = true; // so that a refusal comes before the body is sent
        request.Content = piece;
        piece.Headers.ContentType = PieceType;
        return SendAsync(request, cancel);
    }

    public Task<TusResponse> DeleteAsync(UploadEndpoint endpoint, string upload, CancellationToken cancel) =>
        SendAsync(Request(HttpMethod.Delete, endpoint, upload), cancel);

    private static HttpRequestMessage Request(HttpMethod method, UploadEndpoint endpoint, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(endpoint.Site, path));
        request.Headers.Add("Tus-Resumable", Version);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", endpoint.Token);
        return request;
    }

    private async Task<TusResponse> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, cancel);
            var offset = response.Headers.TryGetValues(OffsetHeader, out var said)
                && long.TryParse(said.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var known)
                ? known
                : (long?)null;
            var sentence = (await response.Content.ReadAsStringAsync(cancel)).Trim();
            var location = response.Headers.Location?.OriginalString;
            return new TusResponse((int)response.StatusCode, sentence, offset, location);
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
