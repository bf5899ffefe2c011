using Microsoft.Playwright;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>The network between a page and its WebSocket; it can be taken down.</summary>
internal sealed class Network
{
    private volatile IWebSocketRoute? _page;
    private volatile IWebSocketRoute? _server;
    private volatile bool _isDown;

    public void Route(IWebSocketRoute page)
    {
        if (_isDown) _ = page.CloseAsync();
        else (_page, _server) = (page, page.ConnectToServer());
    }

    public async Task GoDown()
    {
        _isDown = true;
        await _page!.CloseAsync();
        await _server!.CloseAsync();
    }

    /// <summary>Brings the network up and fires the browser's online event.</summary>
    public Task ComeUp(IPage page)
    {
        _isDown = false;
        return page.EvaluateAsync("dispatchEvent(new Event('online'))");
    }
}
