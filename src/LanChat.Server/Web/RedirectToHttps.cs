using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using LanChat.Texts;
using Microsoft.AspNetCore.Connections;

namespace LanChat.Server.Web;

/// <summary>
/// Redirects plain HTTP on the HTTPS port, which browsers send for an address typed without a
/// scheme. The first byte of the connection tells the two apart.
/// </summary>
/// <param name="next">Handles TLS.</param>
/// <param name="hosts">The allowed hosts.</param>
/// <param name="patience">Timeout for the request.</param>
internal sealed class RedirectToHttps(ConnectionDelegate next, AllowedHosts hosts, TimeSpan patience)
{
    // The first byte of TLS: the content type of a handshake (RFC 8446).
    private const byte Handshake = 22;
    private const int MaxHead = 16 * 1024;
    private const int MaxDiscarded = 1024 * 1024;

    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    public async Task OnConnectionAsync(ConnectionContext connection)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        timeout.CancelAfter(patience);
        try
        {
            var first = await connection.Transport.Input.ReadAsync(timeout.Token);
            connection.Transport.Input.AdvanceTo(first.Buffer.Start);
            if (first.Buffer.IsEmpty) return;
            if (first.Buffer.FirstSpan[0] != Handshake)
            {
                await ReplyAsync(connection.Transport, timeout.Token);
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

    private async Task ReplyAsync(IDuplexPipe transport, CancellationToken cancel)
    {
        if (await ReadHeadAsync(transport.Input, cancel) is not { } head) return;
        await transport.Output.WriteAsync(Encoding.UTF8.GetBytes(ReplyTo(head)), cancel);
        await transport.Output.CompleteAsync();

        // Closing with unread bytes would reset the connection and lose the reply.
        for (long discarded = 0; discarded < MaxDiscarded;)
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
            var head = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, MaxHead)).ToArray();
            var end = head.AsSpan().IndexOf(EndOfHead);
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (end >= 0) return Encoding.Latin1.GetString(head, 0, end);
            if (read.IsCompleted || head.Length == MaxHead) return null;
        }
    }

    private string ReplyTo(string head)
    {
        var lines = head.Split("\r\n");
        string[] hostValues =
        [
            .. lines
                .Skip(1)
                .Where(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase))
                .Select(line => line[5..].Trim()),
        ];
        if (lines[0].Split(' ') is not [_, var path, ['H', 'T', 'T', 'P', '/', '1', ..]]
            || path is not ['/', ..]
            || hostValues is not [var host])
        {
            return Reply("400 Bad Request", WebTexts.SpeaksHttps);
        }

        if (!Uri.TryCreate($"https://{host}{path}", UriKind.Absolute, out var address) || !hosts.Contains(address.Host))
            return Reply("421 Misdirected Request", WebTexts.UnknownHost);
        return Reply("307 Temporary Redirect", WebTexts.SpeaksHttps, $"Location: {address.AbsoluteUri}\r\n");
    }

    private static string Reply(string status, string sentence, string header = "") =>
        $"HTTP/1.1 {status}\r\n{header}"
        + "Content-Type: text/plain; charset=utf-8\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(sentence) + 1}\r\n"
        + $"Connection: close\r\n\r\n{sentence}\n";
}
