using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>
/// One file that is fetched into a folder. What is unfinished is a file that was not there before, by a name nobody else uses, and stays open
/// until it is whole and its SHA-256 is right: so a fetch goes on where it broke off, and nothing that was in the folder is touched.
/// </summary>
/// <param name="http">By which requests go.</param>
/// <param name="file">Which.</param>
/// <param name="folder">Where to.</param>
/// <param name="name">What it is called there; no path.</param>
internal sealed class Download(HttpClient http, SharedFile file, string folder, string name) : IDisposable
{
    private const string DigestHeader = "Repr-Digest";
    private const int BufferSize = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _path = Path.Combine(folder, $".lanchat-{Guid.NewGuid():N}.part");
    private FileStream? _part;
    private bool _isKept;

    /// <summary>Fetches what is missing. What breaks off throws, and can be tried again.</summary>
    public async Task<DownloadResult> RunAsync(Pulse pulse, CancellationToken cancel)
    {
        pulse.Size = file.Size;
        // To make what is there already fails, whatever it is, and so a link is never followed.
        var part = _part ??= new FileStream(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
        if (part.Length >= file.Size) part.SetLength(0);
        using var request = new HttpRequestMessage(HttpMethod.Get, file.Link);
        if (part.Length > 0) request.Headers.Range = new RangeHeaderValue(part.Length, null);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent)) return Refused(answer.StatusCode);
        if (answer.StatusCode == HttpStatusCode.OK) part.SetLength(0);
        await FillAsync(part, answer, pulse, cancel);
        var digest = answer.Headers.TryGetValues(DigestHeader, out var said) ? said.First() : "";
        part.Position = 0;
        var hash = Convert.ToBase64String(await SHA256.HashDataAsync(part, cancel));
        if (pulse.Done <= file.Size && digest.Contains($"sha-256=:{hash}:", StringComparison.Ordinal)) return new DownloadResult(await KeepAsync(part), "");
        part.SetLength(0);
        // The beginning may have been of another file: from the first byte, then.
        return answer.StatusCode == HttpStatusCode.PartialContent ? throw new EndOfStreamException() : new DownloadResult(null, FileTexts.FetchedOther(name));
    }

    /// <summary>What is unfinished is gone.</summary>
    public void Dispose()
    {
        if (_part is null || _isKept) return;
        if (OperatingSystem.IsWindows()) _part.Dispose();
        try
        {
            File.Delete(_path);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // The folder is closed to us by now.
        }

        _part.Dispose();
    }

    private DownloadResult Refused(HttpStatusCode status) =>
        new(null, status == HttpStatusCode.NotFound ? FileTexts.NotKept(name) : FileTexts.NotSaved(name, $"HTTP {(int)status}"));

    private async Task FillAsync(FileStream part, HttpResponseMessage answer, Pulse pulse, CancellationToken cancel)
    {
        part.Position = pulse.Done = part.Length;
        var buffer = new byte[BufferSize];
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        silence.CancelAfter(Patience);
        while (pulse.Done <= file.Size && await body.ReadAsync(buffer, silence.Token) is > 0 and var count)
        {
            await part.WriteAsync(buffer.AsMemory(0, count), cancel);
            pulse.Done += count;
            silence.CancelAfter(Patience);
        }

        if (pulse.Done < file.Size) throw new EndOfStreamException();
    }

    /// <summary>Under its own name, or where that is taken with the first number that is free behind it.</summary>
    private async Task<string> KeepAsync(FileStream part)
    {
        await part.DisposeAsync();
        var target = SavedName.Claim(folder, name);
        File.Move(_path, target, overwrite: true);
        _isKept = true;
        return target;
    }
}
