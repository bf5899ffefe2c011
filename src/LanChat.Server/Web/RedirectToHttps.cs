using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using LanChat.Texts;
using Microsoft.AspNetCore.Connections;

namespace LanChat.Server.Web;

/// <summary>
/// Looks at the first byte of a connection to the port of HTTPS. Who speaks HTTP there, as everybody does who types the address without a scheme, is
/// told the address by HTTPS.
/// </summary>
/// <param name="next">Speaks TLS.</param>
/// <param name="hosts">The names the server goes by.</param>
/// <param name="patience">How long a client may take to say what it asks for.</param>
internal sealed class RedirectToHttps(ConnectionDelegate next, OwnHosts hosts, TimeSpan patience)
{
    // What a TLS connection begins with: the content type of a handshake (RFC 8446).
    private const byte Handshake = 22;
    private const int LongestHead = 16 * 1024;
    private const int MostDiscarded = 1024 * 1024;

    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    public async Task OnConnectionAsync(ConnectionContext connection)
    {
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        patient.CancelAfter(patience);
        try
        {
            var first = await connection.Transport.Input.ReadAsync(patient.Token);
            connection.Transport.Input.AdvanceTo(first.Buffer.Start);
            if (first.Buffer.IsEmpty) return;
            if (first.Buffer.FirstSpan[0] != Handshake)
            {
                await AnswerAsync(connection.Transport, patient.Token);
                return;
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException)
        {
            connection.Abort();
            return;
        }

        await next(connection);
    }

    private async Task AnswerAsync(IDuplexPipe transport, CancellationToken cancel)
    {
        if (await ReadHeadAsync(transport.Input, cancel) is not { } head) return;
        await transport.Output.WriteAsync(Encoding.UTF8.GetBytes(AnswerTo(head)), cancel);
        await transport.Output.CompleteAsync();

        // Unread, what else it sends would have the system drop the answer.
        for (long discarded = 0; discarded < MostDiscarded;)
        {
            var more = await transport.Input.ReadAsync(cancel);
            discarded += more.Buffer.Length;
            transport.Input.AdvanceTo(more.Buffer.End);
            if (more.IsCompleted) return;
        }
    }

    private static async Task<string?> ReadHeadAsync(PipeReader input, CancellationToken cancel)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancel);
            var head = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, LongestHead)).ToArray();
            var end = head.AsSpan().IndexOf(EndOfHead);
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (end >= 0) return Encoding.Latin1.GetString(head, 0, end);
            if (read.IsCompleted || head.Length == LongestHead) return null;
        }
    }

    private string AnswerTo(string head)
    {
        var lines = head.Split("\r\n");
        string[] asked = [.. lines.Skip(1).Where(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).Select(line => line[5..].Trim())];
        if (lines[0].Split(' ') is not [_, var path, ['H', 'T', 'T', 'P', '/', '1', ..]] || path is not ['/', ..] || asked is not [var host])
            return Answer("400 Bad Request", WebTexts.SpeaksHttps);
        if (!Uri.TryCreate($"https://{host}{path}", UriKind.Absolute, out var address) || !hosts.Contains(address.Host))
            return Answer("421 Misdirected Request", WebTexts.UnknownHost);
        return Answer("307 Temporary Redirect", WebTexts.SpeaksHttps, $"Location: {address.AbsoluteUri}\r\n");
    }

    private static string Answer(string status, string sentence, string header = "") =>
        $"HTTP/1.1 {status}\r\n{header}Content-Type: text/plain; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(sentence) + 1}\r\nConnection: close\r\n\r\n{sentence}\n";
}
