using System.IO.Pipelines;
using System.Net.Security;
using Akka.IO;

namespace LanChat.Server.Transports;

/// <summary>Writes through TLS, each write when the one before has been taken by the socket.</summary>
/// <param name="output">What TLS encrypts.</param>
/// <param name="tls">For its own end.</param>
/// <param name="connection">For the socket's end after it.</param>
/// <param name="tell">Told null when there is room again, and when the end was sent; or why nothing is sent any more.</param>
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
