using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>The page's WebSocket.</summary>
internal sealed class Version1Page(WebClient client) : IVersion1Connection
{
    private bool _isClosed;

    public Task Send(string text) => client.Send(text);

    public async Task<string?> Next() => !_isClosed && await client.NextLine() is { } line ? line + "\n" : null;

    /// <summary>Close returns when the server has confirmed it.</summary>
    public async Task End(bool isBroken)
    {
        if (isBroken) client.Break();
        else await client.Close();
        _isClosed = true;
    }

    public void Dispose() => client.Dispose();
}
