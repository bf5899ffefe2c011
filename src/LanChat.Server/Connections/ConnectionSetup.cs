using Akka.Actor;
using LanChat.Server.Files;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>The dependencies that all connections share.</summary>
/// <param name="Rooms">The room manager, or one room.</param>
/// <param name="Settings">The server's settings.</param>
/// <param name="Clock">The source of time.</param>
/// <param name="UploadTokens">Issues upload tokens; null without a web server.</param>
internal sealed record ConnectionSetup(
    IActorRef Rooms, ServerSettings Settings, TimeProvider Clock, UploadTokens? UploadTokens = null)
{
    /// <summary>Counts the connections of addresses; null: they are not limited.</summary>
    public AddressLimits? Addresses { get; init; }
}
