using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>What visitors do with the rooms of a server.</summary>
internal static class RoomSteps
{
    private static readonly float Patience = (float)RunningProgram.Timeout.TotalMilliseconds;

    /// <summary>Opens a room by the dialog, and is in it.</summary>
    public static async Task OpenRoom(Visitor visitor, string name, string entry = "all", string? password = null)
    {
        await visitor.Page.Locator("#new-room").ClickAsync();
        await visitor.Type(visitor.Page.Locator("#new-room-name"), name);
        await visitor.Page.Locator("#new-room-entry").SelectOptionAsync(entry);
        if (password is not null) await visitor.Type(visitor.Page.Locator("#new-room-password"), password);
        await visitor.Page.Locator("#new-room-dialog .primary").ClickAsync();
        await IsIn(visitor, name);
    }

    public static async Task IsIn(Visitor visitor, string room)
    {
        await Expect(visitor.Page.Locator("#heading")).ToHaveTextAsync(room, new() { Timeout = Patience });
        await Expect(visitor.Page.Locator("#room")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>The row of a room in the list of the server's rooms.</summary>
    public static ILocator Row(Visitor visitor, string room) =>
        visitor.Page.Locator("#server-rooms a", new() { HasText = room });
}
