using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>The page: what goes over its WebSocket.</summary>
internal sealed class OldPage(WebClient client) : IOldConnection
{
    private bool _isClosed;

    public Task Send(string text) => client.Send(text);

    public async Task<string?> Next() => !_isClosed && await client.NextLine() is { } line ? line + "\n" : null;

    /// <summary>A goodbye is over when the server has said it, too.</summary>
    public async Task End(bool isBroken)
    {
        if (isBroken) client.Break();
        else await client.Close();
        _isClosed = true;
    }

    public void Dispose() => client.Dispose();
}
