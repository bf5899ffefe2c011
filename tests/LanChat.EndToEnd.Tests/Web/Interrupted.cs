using System.Net;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>A body in the middle of which something happens.</summary>
/// <param name="content">All of it.</param>
/// <param name="after">After so many bytes of it.</param>
/// <param name="happens">What happens; the rest is sent when it has.</param>
internal sealed class Interrupted(byte[] content, int after, Func<Task> happens) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(content.AsMemory(0, after));
        await stream.FlushAsync();
        await happens();
        await stream.WriteAsync(content.AsMemory(after));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = content.Length;
        return true;
    }
}
