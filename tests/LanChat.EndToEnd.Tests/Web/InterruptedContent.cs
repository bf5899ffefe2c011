using System.Net;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>A request body with an action in the middle.</summary>
/// <param name="content">The whole body.</param>
/// <param name="after">The number of bytes before the action.</param>
/// <param name="happens">The action; the rest is sent afterwards.</param>
internal sealed class InterruptedContent(byte[] content, int after, Func<Task> happens) : HttpContent
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
