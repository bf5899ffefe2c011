using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using LanChat.Texts;

namespace LanChat.Client.Files;

/// <summary>One file that is fetched into a folder: as <c>NAME.part</c>, which goes on where it broke off, until it is whole and its SHA-256 is right.</summary>
/// <param name="http">By which requests go.</param>
/// <param name="file">Which.</param>
/// <param name="folder">Where to.</param>
/// <param name="name">What it is called there; no path.</param>
internal sealed class Download(HttpClient http, SharedFile file, string folder, string name)
{
    private const string DigestHeader = "Repr-Digest";
    private const int BufferSize = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _part = Path.Combine(folder, name + ".part");

    /// <summary>Fetches what is missing. What breaks off throws, and can be tried again.</summary>
    public async Task<DownloadResult> RunAsync(Pulse pulse, CancellationToken cancel)
    {
        pulse.Size = file.Size;
        if (File.Exists(_part) && new FileInfo(_part).Length >= file.Size) File.Delete(_part);
        await using var part = new FileStream(_part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true);
        using var request = new HttpRequestMessage(HttpMethod.Get, file.Link);
        if (part.Length > 0) request.Headers.Range = new RangeHeaderValue(part.Length, null);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent)) return Refused(answer.StatusCode, part);
        if (answer.StatusCode == HttpStatusCode.OK) part.SetLength(0);
        await FillAsync(part, answer, pulse, cancel);
        var digest = answer.Headers.TryGetValues(DigestHeader, out var said) ? said.First() : "";
        part.Position = 0;
        var hash = Convert.ToBase64String(await SHA256.HashDataAsync(part, cancel));
        await part.DisposeAsync();
        if (pulse.Done > file.Size || !digest.Contains($"sha-256=:{hash}:", StringComparison.Ordinal))
        {
            File.Delete(_part);
            // The beginning may have been of another file: from the first byte, then.
            return answer.StatusCode == HttpStatusCode.PartialContent ? throw new EndOfStreamException() : new DownloadResult(null, FileTexts.FetchedOther(name));
        }

        return new DownloadResult(Keep(), "");
    }

    private DownloadResult Refused(HttpStatusCode status, FileStream part)
    {
        var isEmpty = part.Length == 0;
        part.Dispose();
        if (isEmpty) File.Delete(_part);
        return new DownloadResult(null, status == HttpStatusCode.NotFound ? FileTexts.NotKept(name) : FileTexts.NotSaved(name, $"HTTP {(int)status}"));
    }

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
    private string Keep()
    {
        for (var number = 1; ; number++)
        {
            var numbered = number == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}";
            var target = Path.Combine(folder, numbered);
            if (File.Exists(target) || Directory.Exists(target)) continue;
            File.Move(_part, target, overwrite: false);
            return target;
        }
    }
}
