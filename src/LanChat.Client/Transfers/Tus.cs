using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace LanChat.Client.Transfers;

/// <summary>The requests of tus 1.0 (PROTOCOL.md). Where nobody answers, they throw.</summary>
internal sealed class Tus(HttpClient http)
{
    private const string Version = "1.0.0";
    private const string OffsetHeader = "Upload-Offset";
    private static readonly MediaTypeHeaderValue PieceType = new("application/offset+octet-stream");

    public Task<TusAnswer> CreateAsync(FileDoor door, LocalFile file, string? to, CancellationToken cancel)
    {
        (string Key, string? Value)[] metadata = [("filename", file.Name), ("filetype", file.Type), ("sha256", file.Sha256), ("to", to)];
        var known = metadata.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value!))}");
        var request = Request(HttpMethod.Post, door, "/files");
        request.Headers.Add("Upload-Length", Number(file.Size));
        request.Headers.Add("Upload-Metadata", string.Join(',', known));
        return SendAsync(request, cancel);
    }

    public Task<TusAnswer> FindAsync(FileDoor door, string upload, CancellationToken cancel) => SendAsync(Request(HttpMethod.Head, door, upload), cancel);

    public Task<TusAnswer> AppendAsync(FileDoor door, string upload, long offset, HttpContent piece, CancellationToken cancel)
    {
        var request = Request(HttpMethod.Patch, door, upload);
        request.Headers.Add(OffsetHeader, Number(offset));
        request.Headers.ExpectContinue = true; // what is refused is refused before it is sent
        request.Content = piece;
        piece.Headers.ContentType = PieceType;
        return SendAsync(request, cancel);
    }

    public Task<TusAnswer> DeleteAsync(FileDoor door, string upload, CancellationToken cancel) => SendAsync(Request(HttpMethod.Delete, door, upload), cancel);

    private static HttpRequestMessage Request(HttpMethod method, FileDoor door, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(door.Site, path));
        request.Headers.Add("Tus-Resumable", Version);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", door.Token);
        return request;
    }

    private async Task<TusAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request, cancel);
            var offset = answer.Headers.TryGetValues(OffsetHeader, out var said) && long.TryParse(said.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var known)
                ? known
                : (long?)null;
            return new TusAnswer((int)answer.StatusCode, (await answer.Content.ReadAsStringAsync(cancel)).Trim(), offset, answer.Headers.Location?.OriginalString);
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
