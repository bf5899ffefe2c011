using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>
/// Downloads one file into a folder. Data goes to a new temporary file that stays open until its
/// size and SHA-256 match: a retry resumes there, and no existing file is touched.
/// </summary>
/// <param name="http">Sends the requests.</param>
/// <param name="file">The file to download.</param>
/// <param name="folder">The target folder.</param>
/// <param name="name">The target name, without a path.</param>
internal sealed class Download(HttpClient http, SharedFile file, string folder, string name) : IDisposable
{
    private const string DigestHeader = "Repr-Digest";
    private const int BufferSize = 256 * 1024;
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(60);
    private readonly string _path = Path.Combine(folder, $".lanchat-{Guid.NewGuid():N}.part");
    private FileStream? _part;
    private bool _isComplete;

    /// <summary>
    /// Downloads the missing part. Throws if the transfer breaks off; can then be called again.
    /// </summary>
    public async Task<DownloadResult> RunAsync(ProgressCounter progress, CancellationToken cancel)
    {
        progress.Size = file.Size;
        // CreateNew fails if the path exists in any form, so no link is ever followed.
        var part = _part ??= new FileStream(
            _path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.Read | FileShare.Delete,
            bufferSize: 0,
            useAsync: true);
        if (part.Length >= file.Size) part.SetLength(0);
        using var request = new HttpRequestMessage(HttpMethod.Get, file.Link);
        if (part.Length > 0) request.Headers.Range = new RangeHeaderValue(part.Length, null);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
            return Refused(response.StatusCode);
        if (response.StatusCode == HttpStatusCode.OK) part.SetLength(0);
        await ReceiveAsync(part, response, progress, cancel);
        var digest = response.Headers.TryGetValues(DigestHeader, out var said) ? said.First() : "";
        part.Position = 0;
        var hash = Convert.ToBase64String(await SHA256.HashDataAsync(part, cancel));
        if (progress.Done <= file.Size && digest.Contains($"sha-256=:{hash}:", StringComparison.Ordinal))
            return new DownloadResult(await MoveToTargetAsync(part), "");
        part.SetLength(0);
        // The resumed part may belong to another file: retry from the first byte.
        return response.StatusCode == HttpStatusCode.PartialContent
            ? throw new EndOfStreamException()
            : new DownloadResult(null, FileTexts.FetchedOther(name));
    }

    /// <summary>Deletes the temporary file unless the download is complete.</summary>
    public void Dispose()
    {
        if (_part is null || _isComplete) return;
        if (OperatingSystem.IsWindows()) _part.Dispose();
        try
        {
            File.Delete(_path);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // The folder is not accessible any more.
        }

        _part.Dispose();
    }

    private DownloadResult Refused(HttpStatusCode status) =>
        new(null, status == HttpStatusCode.NotFound
            ? FileTexts.NotKept(name)
            : FileTexts.NotSaved(name, $"HTTP {(int)status}"));

    private async Task ReceiveAsync(
        FileStream part,
        HttpResponseMessage response,
        ProgressCounter progress,
        CancellationToken cancel)
    {
        part.Position = progress.Done = part.Length;
        var buffer = new byte[BufferSize];
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        idle.CancelAfter(IdleTimeout);
        while (progress.Done <= file.Size && await body.ReadAsync(buffer, idle.Token) is > 0 and var count)
        {
            await part.WriteAsync(buffer.AsMemory(0, count), cancel);
            progress.Done += count;
            idle.CancelAfter(IdleTimeout);
        }

        if (progress.Done < file.Size) throw new EndOfStreamException();
    }

    /// <summary>Moves the file to its target name, or the first free numbered one.</summary>
    private async Task<string> MoveToTargetAsync(FileStream part)
    {
        await part.DisposeAsync();
        var target = SavedName.Claim(folder, name);
        File.Move(_path, target, overwrite: true);
        _isComplete = true;
        return target;
    }
}
