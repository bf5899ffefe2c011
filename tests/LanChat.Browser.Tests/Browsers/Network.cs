using Microsoft.Playwright;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>The network between a page and its WebSocket; it can be down for a while.</summary>
internal sealed class Network
{
    private volatile IWebSocketRoute? _page;
    private volatile IWebSocketRoute? _server;
    private volatile bool _isDown;

    public void Stand(IWebSocketRoute page)
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

    /// <summary>And the browser says so to the page.</summary>
    public Task ComeBack(IPage page)
    {
        _isDown = false;
        return page.EvaluateAsync("dispatchEvent(new Event('online'))");
    }
}
