using Akka.Actor;
using LanChat.Server.Files;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>What all connections have in common.</summary>
/// <param name="Room">What their clients enter.</param>
/// <param name="Settings">Limits, times, and what the room is called.</param>
/// <param name="Clock">Tells the time.</param>
/// <param name="Passes">For files by HTTP; null where there are none.</param>
internal sealed record ConnectionSetup(
    IActorRef Room, ServerSettings Settings, TimeProvider Clock, UploadPasses? Passes = null);
