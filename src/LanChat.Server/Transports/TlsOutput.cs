using System.IO.Pipelines;
using System.Net.Security;
using Akka.IO;

namespace LanChat.Server.Transports;

/// <summary>Writes through TLS, one write at a time.</summary>
/// <param name="output">The plain text for TLS.</param>
/// <param name="tls">Shut down first, at the end.</param>
/// <param name="connection">Its sending side is shut down after TLS.</param>
/// <param name="tell">
/// Called with null when there is space again or the sending side is shut down, and with a failure.
/// </param>
internal sealed class TlsOutput(
    PipeWriter output, SslStream tls, SocketConnection connection, Action<Exception?> tell) : IConnectionOutput
{
    public bool Write(ByteString data)
    {
        var room = output.GetSpan(data.Count);
        data.CopyTo(ref room);
        output.Advance(data.Count);
        var flush = output.FlushAsync();
        if (flush.IsCompletedSuccessfully) return true;
        _ = TellAsync(flush.AsTask());
        return false;
    }

    public void End() => _ = TellAsync(EndAsync());

    private async Task EndAsync()
    {
        await tls.ShutdownAsync();
        connection.EndOutput();
    }

    private async Task TellAsync(Task done)
    {
        try
        {
            await done;
        }
        catch (Exception broken) when (SocketRef.IsBroken(broken))
        {
            tell(broken);
            return;
        }

        tell(null);
    }
}
