using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>
/// A <see cref="SessionActor"/> in the room at this address, by this nickname, for this owner.
/// </summary>
internal delegate Props OpenSession(ServerAddress server, Nick nick, IActorRef owner);
