using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// What a page has shown so far, looked at again and again: it drops old messages from the screen.
/// </summary>
internal sealed class DeviceView(Visitor visitor)
{
    private readonly HashSet<string> _shown = [];

    public Visitor Visitor => visitor;

    /// <summary>Looks at the shown conversation, in which nothing may stand twice.</summary>
    public async Task Look()
    {
        var texts = await visitor.MessageTexts.AllTextContentsAsync();
        Assert.DoesNotContain(texts.CountBy(text => text), text => text.Value > 1);
        _shown.UnionWith(texts);
    }

    /// <summary>Waits until all of these texts were shown in the room.</summary>
    public Task ShowsAll(string[] texts) => Eventually.Holds(
        async () =>
        {
            await Look();
            return _shown.IsSupersetOf(texts);
        },
        () => $"a page lacks {string.Join(", ", texts.Except(_shown).Take(9))}");

    /// <summary>
    /// Opens the conversation with bob, and scrolls up until all of these were shown.
    /// </summary>
    public async Task ShowsAllPrivate(string[] texts)
    {
        await visitor.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await visitor.SeesMessage(texts[^1]);
        await visitor.Composer.FocusAsync();
        await Eventually.Holds(
            async () =>
            {
                await Look();
                await visitor.Page.Keyboard.PressAsync("PageUp");
                return _shown.IsSupersetOf(texts);
            },
            () => $"a page lacks the private {string.Join(", ", texts.Except(_shown).Take(9))}");
    }
}
