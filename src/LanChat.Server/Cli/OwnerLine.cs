using System.Net;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Cli;
using LanChat.Protocol;
using LanChat.Server.Network;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>
/// The line by which somebody becomes the first owner of the server: a link to the page, or a
/// command. The code is shown on terminals only, so that no log file has it.
/// </summary>
internal static class OwnerLine
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The line to print at the start; null if the server has an owner, or wants none.
    /// </summary>
    /// <param name="rooms">The room manager.</param>
    /// <param name="settings">The server's settings.</param>
    /// <param name="web">The endpoint of the page; null: none.</param>
    public static async Task<string?> FirstAsync(
        IRequiredActor<RoomManagerActor> rooms, ServerSettings settings, WebEndpoint? web)
    {
        if (!settings.Rooms.OwnerCode || settings.Names.Kept == 0) return null;
        var manager = await rooms.WhenRegisteredAsync();
        var made = await manager.Ask<RoomManagerProtocol.OwnerCodeMade>(
            new RoomManagerProtocol.MakeOwnerCode(IsFirst: true), Timeout);
        return made.Code is null ? null
            : Console.IsOutputRedirected ? ControlTexts.OwnerElsewhere
            : For(settings, web, made.Code, withCode: false);
    }

    /// <summary>The line for an owner code.</summary>
    /// <param name="settings">The server's settings.</param>
    /// <param name="web">The endpoint of the page; null: none, or not known.</param>
    /// <param name="code">The owner code.</param>
    /// <param name="withCode">Whether a QR code of the link follows, if there is a link.</param>
    public static string For(ServerSettings settings, WebEndpoint? web, string code, bool withCode)
    {
        if (web is null) return ControlTexts.OwnerCode(code);
        var address = OwnAddresses.IsAny(settings.Listen.Address)
            ? OwnAddresses.All() is [{ Address: var first }, ..] ? first : IPAddress.Loopback
            : settings.Listen.Address;
        var link = $"{web.At($"{address}")}/#own={code}";
        var line = ControlTexts.OwnerLink(link, code);
        return withCode ? $"{line}\n{TerminalQrCode.Of(link)}" : line;
    }

    /// <summary>The page of a server that runs elsewhere, by its settings.</summary>
    public static WebEndpoint? WebOf(ServerSettings settings) =>
        settings.Listen.Web is > 0 and var port
            ? new WebEndpoint(port, settings.Web.Https != ListenSettings.Off)
            : null;
}
